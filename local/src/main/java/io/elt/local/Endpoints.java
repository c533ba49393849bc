package io.elt.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Properties;

/**
 * Where a running stack listens.
 *
 * @param process the id of the process that runs it
 * @param kafka {@code host:port} of the broker
 * @param starRocks {@code host:port} of the MySQL protocol
 * @param starRocksHttp {@code host:port} of Stream Load
 */
public record Endpoints(long process, String kafka, String starRocks, String starRocksHttp) {
    String toText() {
        Properties properties = new Properties();
        properties.setProperty("process", Long.toString(process));
        properties.setProperty("kafka", kafka);
        properties.setProperty("starrocks", starRocks);
        properties.setProperty("starrocks-http", starRocksHttp);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException("a string takes every character", e);
        }
        return text.toString();
    }

    static Endpoints fromText(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return new Endpoints(
                Long.parseLong(properties.getProperty("process", "0")),
                properties.getProperty("kafka", ""),
                properties.getProperty("starrocks", ""),
                properties.getProperty("starrocks-http", ""));
    }
}
