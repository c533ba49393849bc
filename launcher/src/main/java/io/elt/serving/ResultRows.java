package io.elt.serving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of a result, one at a time. */
final class ResultRows implements Iterator<List<Object>> {
    private final ResultSet result;
    private final int columns;
    private boolean ahead;

    ResultRows(ResultSet result) throws SQLException {
        this.result = result;
        this.columns = result.getMetaData().getColumnCount();
        this.ahead = result.next();
    }

    @Override
    public boolean hasNext() {
        return ahead;
    }

    @Override
    public List<Object> next() {
        if (!ahead) {
            throw new NoSuchElementException();
        }
        try {
            List<Object> row = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                row.add(result.getObject(i));
            }
            ahead = result.next();
            return row;
        } catch (SQLException e) {
            throw StarRocks.refused(e);
        }
    }
}
