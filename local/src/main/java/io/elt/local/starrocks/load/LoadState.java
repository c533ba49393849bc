package io.elt.local.starrocks.load;

/** Where a load stands. A committed load is visible at once, so there is no state in between. */
enum LoadState {
    /** It takes data. */
    PREPARE,
    /** It takes no more data and survives a restart until it is committed or rolled back. */
    PREPARED,
    VISIBLE,
    ABORTED
}
