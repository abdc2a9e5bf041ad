# The ethics card of the demonstration.

demonstration-ethics-why = To show how a town can tell about its streets, and to test the calculations.
demonstration-ethics-seen = Nobody: all passages are drawn by chance from set values.
demonstration-ethics-missed = As from a real window: who passes in the dark has no kind, who passes while the sensor is off is not counted.
demonstration-ethics-findable = No: nobody lives here.
demonstration-ethics-consent = Nobody had to agree; the values were made up.
demonstration-ethics-errors = Outages, a sensor that hangs askew and two that were replaced are built in on purpose.
demonstration-ethics-decides = Who works on Straatbeeld.
demonstration-ethics-objection = Everybody, where the program is developed.
demonstration-ethics-results = They are shown on these pages and used in tests; nothing in a street follows from them.
demonstration-ethics-until = As long as the demonstration is of use.
demonstration-ethics-responsible = The Straatbeeld project.
