### One figure on another site.

embed-label = Figure by Straatbeeld
embed-whole = Open the whole page
embed-new-window = (opens in a new window)
embed-misunderstood-title = This figure cannot be shown.
embed-misunderstood-text = The address of this embed says “{ $what }”, which is not understood. Copy the code again from the page of the street.
