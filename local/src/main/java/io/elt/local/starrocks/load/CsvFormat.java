package io.elt.local.starrocks.load;

import io.elt.local.starrocks.model.Table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * Separated text without quotes, as StarRocks reads it by default: {@code \N} is NULL.
 *
 * @param columns the columns of the fields, in order
 */
record CsvFormat(String columnSeparator, String rowDelimiter, List<String> columns) implements LoadFormat {
    static CsvFormat of(String columnSeparator, String rowDelimiter, List<String> columns, Table table) {
        List<String> names = columns.isEmpty()
                ? table.columns().stream().map(column -> column.name()).toList()
                : columns;
        return new CsvFormat(columnSeparator, rowDelimiter, names);
    }

    @Override
    public void read(InputStream body, RowBuilder row, Rows rows) throws IOException, SQLException, LoadException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 1 << 16);
        int[] positions = columns.stream().mapToInt(row::position).toArray();
        StringBuilder line = new StringBuilder();
        char last = rowDelimiter.charAt(rowDelimiter.length() - 1);
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            line.append((char) next);
            if (next == last && line.indexOf(rowDelimiter, line.length() - rowDelimiter.length()) >= 0) {
                line.setLength(line.length() - rowDelimiter.length());
                read(line.toString(), positions, row, rows);
                line.setLength(0);
            }
        }
        if (!line.isEmpty()) {
            read(line.toString(), positions, row, rows);
        }
    }

    private void read(String line, int[] positions, RowBuilder row, Rows rows) throws SQLException, LoadException {
        if (line.isEmpty()) {
            return;
        }
        row.start();
        int start = 0;
        int field = 0;
        while (start <= line.length()) {
            int end = line.indexOf(columnSeparator, start);
            String text = line.substring(start, end < 0 ? line.length() : end);
            if (field < positions.length) {
                put(row, positions[field], text);
            }
            field++;
            start = end < 0 ? line.length() + 1 : end + columnSeparator.length();
        }
        if (field != positions.length) {
            row.reject("Value count does not match column count. Expect " + positions.length + ", but got " + field);
        }
        rows.end(line);
    }

    private static void put(RowBuilder row, int position, String text) {
        if (text.equals("\\N")) {
            row.putNull(position);
            return;
        }
        row.put(position, text);
    }
}
