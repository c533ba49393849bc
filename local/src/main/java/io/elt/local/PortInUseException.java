package io.elt.local;

import java.io.IOException;

/** A server of the embedded stack cannot listen because another process holds its port. */
public final class PortInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String server;
    private final int port;

    public PortInUseException(String server, int port, Throwable cause) {
        super("port " + port + " for " + server + " is in use", cause);
        this.server = server;
        this.port = port;
    }

    /** What wanted the port, as a user knows it: {@code Kafka}, {@code StarRocks (MySQL protocol)}. */
    public String server() {
        return server;
    }

    public int port() {
        return port;
    }
}
