/** Starts what a page gains from a script. */
