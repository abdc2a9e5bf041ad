//! Scales and axes: few ticks with round numbers, thin lines, no boxes.
