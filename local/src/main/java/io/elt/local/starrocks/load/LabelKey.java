package io.elt.local.starrocks.load;

/** What names a load: labels are unique within a database. */
record LabelKey(String database, String label) {}
