//! What several charts share when they read an answer.
