### street
