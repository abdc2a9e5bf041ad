### The guide for a town that wants to publish.

guide-title = Publish your town's data
guide-lead = Four steps with checklists, from the first talk to a published folder.
