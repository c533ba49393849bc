package io.elt.local.starrocks.mysql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class PacketsTest {
    private static final int FULL = 0xffffff;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 250, FULL - 1, FULL, FULL + 1, 2 * FULL, 2 * FULL + 5})
    void aPayloadOfAnySizeComesBack(int size) throws Exception {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i += 1000) {
            content[i] = (byte) (i / 1000);
        }
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        Packets sender = new Packets(InputStream.nullInputStream(), wire);
        sender.write(new Payload().raw(content));
        sender.flush();
        assertThat(wire.size()).isEqualTo(size + 4 * (size / FULL + 1));
        Packets receiver = new Packets(new ByteArrayInputStream(wire.toByteArray()), OutputStream.nullOutputStream());
        assertThat(Arrays.equals(receiver.read(), content)).isTrue();
    }

    @Test
    void packetsOfACommandAreNumbered() throws Exception {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        Packets packets = new Packets(new ByteArrayInputStream(new byte[] {1, 0, 0, 0, 14}), wire);
        assertThat(packets.readCommand()).containsExactly(14);
        packets.write(new Payload().integer(5, 1));
        packets.write(new Payload().integer(6, 1));
        packets.flush();
        assertThat(wire.toByteArray()).containsExactly(1, 0, 0, 1, 5, 1, 0, 0, 2, 6);
    }

    @Test
    void aConnectionThatBreaksWithinAPacketIsNoticed() {
        Packets packets =
                new Packets(new ByteArrayInputStream(new byte[] {5, 0, 0, 0, 1}), OutputStream.nullOutputStream());
        assertThatThrownBy(packets::read).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 250, 251, 65535, 65536, 16777215, 16777216, Integer.MAX_VALUE * 4L})
    void lengthsAreEncodedInAsFewBytesAsCanBe(long value) throws Exception {
        byte[] bytes = new Payload().lengthEncoded(value).toByteArray();
        assertThat(bytes.length).isEqualTo(value < 251 ? 1 : value < 65536 ? 3 : value < 16777216 ? 4 : 9);
        assertThat(new PayloadReader(bytes).lengthEncoded()).isEqualTo(value);
    }
}
