package io.elt.local.starrocks.mysql;

import io.elt.local.starrocks.engine.Engine;
import io.elt.local.starrocks.engine.Outcome;
import io.elt.local.starrocks.engine.Outcome.ResultColumn;
import io.elt.local.starrocks.engine.Session;
import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.TypeName;
import io.elt.local.starrocks.sql.Sql;
import io.elt.local.starrocks.sql.SqlLexer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Serves one client until it leaves. */
final class ClientConnection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    private final Socket socket;
    private final Engine engine;
    private final String password;
    private final PreparedStatements prepared = new PreparedStatements();

    ClientConnection(Socket socket, Engine engine, String password) {
        this.socket = socket;
        this.engine = engine;
        this.password = password;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            Packets packets = new Packets(socket.getInputStream(), socket.getOutputStream());
            serve(packets, new Replies(packets));
        } catch (IOException gone) {
            LOG.debug("a MySQL client left: {}", gone.getMessage());
        } catch (SQLException failure) {
            LOG.warn("a MySQL connection failed", failure);
        }
    }

    private void serve(Packets packets, Replies replies) throws IOException, SQLException {
        int id = engine.sessions().nextId();
        Handshake.Login login;
        try {
            login = new Handshake(packets, password).perform(id);
        } catch (StarRocksException refused) {
            replies.error(refused);
            replies.flush();
            return;
        }
        try (Session session = new Session(engine, id, login.user())) {
            session.onKill(this::close);
            if (login.database().isPresent()) {
                session.use(login.database().get());
            }
            replies.ok(0, Replies.Following.NONE);
            replies.flush();
            while (handle(packets.readCommand(), session, replies)) {
                replies.flush();
            }
        } catch (StarRocksException unknownDatabase) {
            replies.error(unknownDatabase);
            replies.flush();
        }
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            LOG.debug("closing a killed connection", alreadyClosed);
        }
    }

    /** False when the client says goodbye. */
    private boolean handle(byte[] packet, Session session, Replies replies) throws IOException {
        PayloadReader reader = new PayloadReader(packet);
        Command command = Command.of((int) reader.integer(1));
        if (command == Command.QUIT) {
            return false;
        }
        try {
            answer(command, reader, session, replies);
        } catch (StarRocksException error) {
            replies.error(error);
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("{} failed", command, failure);
            replies.error(StarRocksException.internal(failure));
        }
        return true;
    }

    private void answer(Command command, PayloadReader reader, Session session, Replies replies)
            throws IOException, StarRocksException, SQLException {
        switch (command) {
            case INIT_DATABASE -> {
                session.use(reader.rest());
                replies.ok(0, Replies.Following.NONE);
            }
            case QUERY -> query(reader.rest(), session, replies);
            case FIELD_LIST -> fieldList(reader.zeroTerminated(), session, replies);
            case SET_OPTION -> replies.endOfFile(Replies.Following.NONE);
            case PING, RESET_CONNECTION -> replies.ok(0, Replies.Following.NONE);
            case STATISTICS ->
                replies.raw(
                        new Payload().raw("Threads: " + engine.sessions().all().size()));
            case PREPARE -> prepare(reader.rest(), session, replies);
            case EXECUTE -> execute(prepared.bind(reader), session, replies);
            case SEND_LONG_DATA -> prepared.append(reader);
            case CLOSE_STATEMENT -> prepared.close((int) reader.integer(4));
            case RESET_STATEMENT -> {
                prepared.reset((int) reader.integer(4));
                replies.ok(0, Replies.Following.NONE);
            }
            case OTHER -> throw StarRocksException.notSupported("this command of the MySQL protocol");
            case QUIT -> throw new IllegalStateException("handled before");
        }
    }

    private static void query(String text, Session session, Replies replies)
            throws IOException, StarRocksException, SQLException {
        List<Sql> statements = SqlLexer.statements(text);
        if (statements.isEmpty()) {
            replies.ok(0, Replies.Following.NONE);
        }
        for (int i = 0; i < statements.size(); i++) {
            Replies.Following following = i + 1 < statements.size() ? Replies.Following.MORE : Replies.Following.NONE;
            Outcome outcome = session.execute(statements.get(i));
            if (outcome instanceof Outcome.Done done) {
                replies.ok(done.affectedRows(), following);
            } else if (outcome instanceof Outcome.Rows rows) {
                try (rows) {
                    replies.textRows(rows, following);
                }
            }
        }
    }

    private void prepare(String text, Session session, Replies replies) throws IOException, StarRocksException {
        List<Sql> statements = SqlLexer.statements(text);
        if (statements.size() != 1) {
            throw StarRocksException.syntax("a prepared statement is one statement");
        }
        Sql sql = statements.get(0);
        int parameters = sql.parameters();
        List<ResultColumn> columns = session.describe(sql);
        replies.raw(new Payload()
                .integer(0, 1)
                .integer(prepared.add(sql), 4)
                .integer(columns.size(), 2)
                .integer(parameters, 2)
                .integer(0, 1)
                .integer(0, 2));
        definitions(Collections.nCopies(parameters, new ResultColumn("?", DataType.of(TypeName.VARCHAR))), replies);
        definitions(columns, replies);
    }

    private static void definitions(List<ResultColumn> columns, Replies replies) throws IOException {
        for (ResultColumn column : columns) {
            replies.column(column);
        }
        if (!columns.isEmpty()) {
            replies.endOfFile(Replies.Following.NONE);
        }
    }

    private static void execute(Sql sql, Session session, Replies replies)
            throws IOException, StarRocksException, SQLException {
        Outcome outcome = session.execute(sql);
        if (outcome instanceof Outcome.Done done) {
            replies.ok(done.affectedRows(), Replies.Following.NONE);
        } else if (outcome instanceof Outcome.Rows rows) {
            try (rows) {
                replies.binaryRows(rows);
            }
        }
    }

    /** What the mariadb client asks of each table for completion. */
    private static void fieldList(String table, Session session, Replies replies)
            throws IOException, StarRocksException, SQLException {
        List<Sql> query = new ArrayList<>(SqlLexer.statements("SELECT * FROM `" + table + "` LIMIT 0"));
        Outcome outcome = session.execute(query.get(0));
        if (outcome instanceof Outcome.Rows rows) {
            try (rows) {
                for (ResultColumn column : rows.columns()) {
                    replies.field(column);
                }
            }
        }
        replies.endOfFile(Replies.Following.NONE);
    }
}
