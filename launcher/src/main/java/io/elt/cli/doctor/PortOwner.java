package io.elt.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The process that listens on a port, where the system tells: Linux does, in {@code /proc}, about the user's own processes.
 *
 * @param command the name of its program
 */
record PortOwner(long process, String command) {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    static Optional<PortOwner> of(int port) {
        Set<String> sockets = new TreeSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            lines(PROC.resolve(table)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells.length > INODE && cells[STATE].equals(LISTENING))
                    .filter(cells -> cells[LOCAL_ADDRESS].endsWith(String.format(":%04X", port)))
                    .forEach(cells -> sockets.add("socket:[" + cells[INODE] + "]"));
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process.pid(), sockets))
                        .findFirst()
                        .map(process -> new PortOwner(process.pid(), nameOf(process)));
    }

    private static boolean holds(long process, Set<String> sockets) {
        try (Stream<Path> open = Files.list(PROC.resolve(process + "/fd"))) {
            return open.anyMatch(file -> leadsTo(file, sockets));
        } catch (IOException e) {
            // It is somebody else's, or has just ended.
            return false;
        }
    }

    private static boolean leadsTo(Path file, Set<String> sockets) {
        try {
            return sockets.contains(Files.readSymbolicLink(file).toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String nameOf(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("unknown");
    }
}
