package io.elt.local.starrocks.mysql;

import io.elt.local.starrocks.engine.Variables;
import io.elt.local.starrocks.model.StarRocksException;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Greets a client and checks who it is. */
final class Handshake {
    private static final int PROTOCOL_VERSION = 10;
    static final int UTF8_GENERAL_CI = 33;
    static final int AUTOCOMMIT = 2;

    private final Packets packets;
    private final String password;

    Handshake(Packets packets, String password) {
        this.packets = packets;
        this.password = password;
    }

    /** Who connected, and to which database. */
    record Login(String user, Optional<String> database) {}

    Login perform(int connectionId) throws IOException, StarRocksException {
        byte[] salt = NativePassword.salt();
        packets.write(greeting(connectionId, salt));
        packets.flush();

        PayloadReader reader = new PayloadReader(packets.read());
        int capabilities = (int) reader.integer(4);
        if ((capabilities & Capability.SSL) != 0) {
            throw StarRocksException.notSupported("TLS; connect with --skip-ssl (or sslMode=DISABLED)");
        }
        if ((capabilities & Capability.PROTOCOL_41) == 0) {
            throw StarRocksException.notSupported("clients older than MySQL 4.1");
        }
        reader.skip(4 + 1 + 23);
        String user = reader.zeroTerminated();
        byte[] answer = (capabilities & Capability.LENGTH_ENCODED_AUTHENTICATION) != 0
                ? reader.string()
                : reader.raw((int) reader.integer(1));
        String database = (capabilities & Capability.CONNECT_WITH_DATABASE) != 0 ? reader.zeroTerminated() : "";
        String plugin = (capabilities & Capability.PLUGIN_AUTHENTICATION) != 0
                ? reader.zeroTerminated()
                : NativePassword.PLUGIN;
        if (!plugin.isEmpty() && !plugin.equals(NativePassword.PLUGIN)) {
            answer = switchPlugin(salt);
        }
        if (!user.equals("root") || !NativePassword.matches(password, salt, answer)) {
            throw StarRocksException.accessDenied(user);
        }
        return new Login(user, database.isEmpty() ? Optional.empty() : Optional.of(database));
    }

    private static Payload greeting(int connectionId, byte[] salt) {
        return new Payload()
                .integer(PROTOCOL_VERSION, 1)
                .zeroTerminated(Variables.MYSQL_VERSION)
                .integer(connectionId, 4)
                .raw(Arrays.copyOf(salt, 8))
                .integer(0, 1)
                .integer(Capability.SERVER & 0xffff, 2)
                .integer(UTF8_GENERAL_CI, 1)
                .integer(AUTOCOMMIT, 2)
                .integer(Capability.SERVER >>> 16, 2)
                .integer(salt.length + 1, 1)
                .raw(new byte[10])
                .raw(Arrays.copyOfRange(salt, 8, salt.length))
                .integer(0, 1)
                .zeroTerminated(NativePassword.PLUGIN);
    }

    /** Asks a client that would rather use another method to use this one. */
    private byte[] switchPlugin(byte[] salt) throws IOException {
        packets.write(new Payload()
                .integer(0xfe, 1)
                .zeroTerminated(NativePassword.PLUGIN)
                .raw(salt)
                .integer(0, 1));
        packets.flush();
        return packets.read();
    }
}
