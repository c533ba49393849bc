package io.elt.local.starrocks.mysql;

import io.elt.local.PortInUseException;
import io.elt.local.starrocks.engine.Engine;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Listens for MySQL clients; each gets a thread. */
public final class MySqlServer implements AutoCloseable {
    private static final long MAXIMUM_WAIT_MILLIS = 5_000;

    private final ServerSocket socket;
    private final Engine engine;
    private final String password;
    private final Map<Socket, Thread> clients = new ConcurrentHashMap<>();

    private MySqlServer(ServerSocket socket, Engine engine, String password) {
        this.socket = socket;
        this.engine = engine;
        this.password = password;
    }

    public static MySqlServer start(String host, int port, Engine engine, String password) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port), 200);
        } catch (BindException inUse) {
            socket.close();
            throw new PortInUseException("StarRocks (MySQL protocol)", port, inUse);
        }
        MySqlServer server = new MySqlServer(socket, engine, password);
        thread("starrocks-mysql-accept", server::accept).start();
        return server;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = thread("starrocks-mysql-" + client.getPort(), () -> {
                    new ClientConnection(client, engine, password).run();
                    clients.remove(client);
                });
                clients.put(client, thread);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        engine.sessions().killAll();
        for (Map.Entry<Socket, Thread> client : clients.entrySet()) {
            client.getKey().close();
            join(client.getValue());
        }
    }

    /** The data file is free for the next server only when no session holds it. */
    private static void join(Thread thread) {
        try {
            thread.join(MAXIMUM_WAIT_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
