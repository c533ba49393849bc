package io.elt.cli.doctor;

import java.util.Map;

/** Something outside of this process that a target names. */
sealed interface Endpoint {
    /** Where it is, as the project says; nothing of it is a secret. */
    String address();

    /** @param properties of the client, as the source gives them */
    record Kafka(String address, Map<String, String> properties) implements Endpoint {
        public Kafka {
            properties = Map.copyOf(properties);
        }

        @Override
        public String toString() {
            return "Kafka " + address;
        }
    }

    record StarRocks(String address, String user, String password) implements Endpoint {
        @Override
        public String toString() {
            return "StarRocks " + address;
        }
    }

    /** Anything that listens at {@code host:port}. */
    record Server(String name, String address) implements Endpoint {
        @Override
        public String toString() {
            return name + " " + address;
        }
    }

    /** A folder of this machine. */
    record Folder(String name, String address, Access access) implements Endpoint {
        @Override
        public String toString() {
            return name + " " + address;
        }
    }

    /** What elt does in a folder. */
    enum Access {
        READ,
        WRITE
    }

    /** What only a cluster can open. */
    record Elsewhere(String name, String address) implements Endpoint {
        @Override
        public String toString() {
            return name + " " + address;
        }
    }
}
