package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.StarRocksException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The open sessions by their connection id, for SHOW PROCESSLIST and KILL. */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, Session> open = new ConcurrentSkipListMap<>();

    public int nextId() {
        return lastId.incrementAndGet();
    }

    void add(Session session) {
        open.put(session.connectionId(), session);
    }

    void remove(Session session) {
        open.remove(session.connectionId());
    }

    public Collection<Session> all() {
        return open.values();
    }

    /** Ends all of them, because the server stops. */
    public void killAll() {
        for (Session session : open.values()) {
            try {
                session.kill();
            } catch (SQLException alreadyGone) {
                LOG.debug("killing a session", alreadyGone);
            }
        }
    }

    Session find(String id) throws StarRocksException {
        return open.values().stream()
                .filter(session -> String.valueOf(session.connectionId()).equals(id))
                .findFirst()
                .orElseThrow(() -> StarRocksException.unknownConnection(id));
    }
}
