package io.elt.local.starrocks.load;

import io.elt.local.starrocks.model.Table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;

/** Reads the rows of a body into a staging table and counts what does not fit. */
final class BodyReader implements LoadFormat.Rows {
    private final LoadOptions options;
    private final Counting body;
    private final RowBuilder row;
    private StagingWriter writer;
    private long total;
    private long filtered;
    private String firstProblem = "";

    BodyReader(Table table, LoadOptions options, InputStream body) {
        this.options = options;
        this.body = new Counting(body);
        this.row = new RowBuilder(table);
    }

    LoadCounts readInto(StagingWriter target) throws IOException, SQLException, LoadException {
        writer = target;
        options.format().read(body, row, this);
        LoadCounts counts = new LoadCounts(total, filtered, body.count, firstProblem);
        if (filtered > options.maximumFilterRatio() * total) {
            throw LoadException.tooManyFilteredRows(counts);
        }
        return counts;
    }

    @Override
    public void end(String source) throws SQLException {
        total++;
        try {
            Object[] values = row.finish();
            writer.write(values, row.operation());
        } catch (RejectedRow rejected) {
            filtered++;
            if (firstProblem.isEmpty()) {
                firstProblem = rejected.getMessage() + " (row " + total
                        + (source.isEmpty() ? "" : ": " + source.substring(0, Math.min(200, source.length()))) + ")";
            }
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        private Counting(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
