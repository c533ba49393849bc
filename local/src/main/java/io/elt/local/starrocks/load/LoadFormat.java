package io.elt.local.starrocks.load;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;

/** Reads the rows of a body. */
interface LoadFormat {
    void read(InputStream body, RowBuilder row, Rows rows) throws IOException, SQLException, LoadException;

    /** Takes each row when its fields are in the builder. */
    interface Rows {
        void end(String source) throws SQLException, LoadException;
    }
}
