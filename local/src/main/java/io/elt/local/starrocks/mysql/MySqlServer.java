package io.elt.local.starrocks.mysql;

import io.elt.local.PortInUseException;
import io.elt.local.starrocks.engine.Engine;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens for MySQL clients; each gets a thread. */
public final class MySqlServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Engine engine;
    private final String password;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

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
        thread("starrocks-mysql-accept", server::accept);
        return server;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                thread("starrocks-mysql-" + client.getPort(), () -> {
                    new ClientConnection(client, engine, password).run();
                    clients.remove(client);
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
