package io.elt.local.starrocks.load;

/** What a row of a load does to its key; the order is that of the numbers in {@code __op}. */
enum Operation {
    UPSERT,
    DELETE;

    static Operation parse(String text) throws RejectedRow {
        return switch (text.strip()) {
            case "0", "upsert" -> UPSERT;
            case "1", "delete" -> DELETE;
            default -> throw RejectedRow.malformed("__op is '" + text + "', but must be 0 (upsert) or 1 (delete)");
        };
    }
}
