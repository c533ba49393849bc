package io.elt.local.starrocks;

import io.elt.local.starrocks.engine.Engine;
import io.elt.local.starrocks.load.LoadServer;
import io.elt.local.starrocks.load.Loads;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.mysql.MySqlServer;
import io.elt.local.starrocks.store.Catalog;
import io.elt.local.starrocks.store.Storage;

import java.io.IOException;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Clock;

/** A running server. Everything that was committed is there again at the next start from the same folder. */
public final class StarRocksServer implements AutoCloseable {
    private final Storage storage;
    private final MySqlServer mysql;
    private final LoadServer http;

    private StarRocksServer(Storage storage, MySqlServer mysql, LoadServer http) {
        this.storage = storage;
        this.mysql = mysql;
        this.http = http;
    }

    public static StarRocksServer start(StarRocksConfig config) throws IOException {
        if (!InetAddress.getByName(config.host()).isLoopbackAddress()) {
            throw new IOException("the embedded StarRocks listens on a loopback address only, not on " + config.host());
        }
        try {
            return start(config, Storage.open(config.dataDirectory()));
        } catch (SQLException failure) {
            throw new IOException(
                    "the embedded StarRocks cannot open its data in " + config.dataDirectory() + ": "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static StarRocksServer start(StarRocksConfig config, Storage storage) throws IOException, SQLException {
        MySqlServer mysql = null;
        boolean started = false;
        try {
            Catalog catalog = Catalog.load(storage);
            Loads loads = Loads.restore(storage, catalog, Clock.systemUTC());
            mysql = MySqlServer.start(
                    config.host(), config.queryPort(), Engine.of(storage, catalog), config.password());
            LoadServer http = LoadServer.start(config.host(), config.httpPort(), loads, config.password());
            started = true;
            return new StarRocksServer(storage, mysql, http);
        } catch (StarRocksException damaged) {
            throw new IOException(
                    "the embedded StarRocks cannot read its definitions in " + config.dataDirectory(), damaged);
        } finally {
            if (!started) {
                if (mysql != null) {
                    mysql.close();
                }
                storage.close();
            }
        }
    }

    public int queryPort() {
        return mysql.port();
    }

    public int httpPort() {
        return http.port();
    }

    @Override
    public void close() throws IOException {
        try {
            http.close();
            mysql.close();
        } finally {
            closeStorage();
        }
    }

    private void closeStorage() throws IOException {
        try {
            storage.close();
        } catch (SQLException failure) {
            throw new IOException("the embedded StarRocks did not close its data cleanly", failure);
        }
    }
}
