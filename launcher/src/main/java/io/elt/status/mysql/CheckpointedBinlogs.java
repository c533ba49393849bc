package io.elt.status.mysql;

import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.cdc.connectors.mysql.source.split.MySqlBinlogSplit;
import org.apache.flink.cdc.connectors.mysql.source.split.MySqlSplitSerializer;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle.StateMetaInfo;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the readers of MySQL stood in the binlog when a checkpoint or savepoint was made. */
final class CheckpointedBinlogs {
    /** The name under which every source of Flink keeps what its readers have in hand. */
    private static final String READERS = "SourceReaderState";

    /** How the connector marks the part of its work that is the binlog, and not a chunk of a table. */
    private static final int BINLOG = 2;

    private static final String BINLOG_ID = "binlog-split";

    private CheckpointedBinlogs() {}

    /**
     * @return one place for each table of a job that reads the binlog; none for one that is still copied
     * @param checkpoint its folder, a URI as Flink writes it
     * @throws IOException if it cannot be read; a checkpoint may also be gone because there is a newer one
     */
    static List<MySqlBinlogSplit> of(String checkpoint) throws IOException {
        List<MySqlBinlogSplit> splits = new ArrayList<>();
        for (OperatorState operator : metadata(checkpoint).getOperatorStates()) {
            for (OperatorSubtaskState subtask : operator.getSubtaskStates().values()) {
                for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
                    read(handle, splits);
                }
            }
        }
        return splits;
    }

    private static CheckpointMetadata metadata(String checkpoint) throws IOException {
        var location = AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(checkpoint);
        try (DataInputStream in =
                new DataInputStream(location.getMetadataHandle().openInputStream())) {
            return Checkpoints.loadCheckpointMetadata(in, CheckpointedBinlogs.class.getClassLoader(), checkpoint);
        }
    }

    private static void read(OperatorStateHandle handle, List<MySqlBinlogSplit> splits) throws IOException {
        StateMetaInfo readers = handle.getStateNameToPartitionOffsets().get(READERS);
        if (readers == null) {
            return;
        }
        try (FSDataInputStream in = handle.openInputStream()) {
            for (long offset : readers.getOffsets()) {
                in.seek(offset);
                byte[] split = BytePrimitiveArraySerializer.INSTANCE.deserialize(new DataInputViewStreamWrapper(in));
                if (isBinlog(split)) {
                    splits.add(
                            SimpleVersionedSerialization.readVersionAndDeSerialize(MySqlSplitSerializer.INSTANCE, split)
                                    .asBinlogSplit());
                }
            }
        }
    }

    /** All sources keep their work under the same name; this one is told by how it begins: version, length, kind, id. */
    private static boolean isBinlog(byte[] split) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(split);
        if (in.available() <= 3 * Integer.BYTES || in.readInt() > MySqlSplitSerializer.INSTANCE.getVersion()) {
            return false;
        }
        in.readInt();
        byte[] id = BINLOG_ID.getBytes(StandardCharsets.UTF_8);
        if (in.readInt() != BINLOG || in.available() < Short.BYTES + id.length || in.readShort() != id.length) {
            return false;
        }
        byte[] found = new byte[id.length];
        in.readFully(found);
        return Arrays.equals(id, found);
    }
}
