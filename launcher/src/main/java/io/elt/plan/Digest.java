package io.elt.plan;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A hash over texts. Each goes in with its length, so that two lists of texts never look like one. */
public final class Digest {
    private final MessageDigest hash;

    public Digest(String purpose) {
        try {
            this.hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        add(purpose);
    }

    public Digest add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        hash.update(bytes);
        return this;
    }

    public Digest add(long number) {
        return add(Long.toString(number));
    }

    public Digest add(Collection<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
        return this;
    }

    public Digest add(Map<String, String> texts) {
        add(texts.size());
        new TreeMap<>(texts).forEach((key, value) -> add(key).add(value));
        return this;
    }

    /** The hash; afterwards nothing can be added. */
    public String text() {
        return HexFormat.of().formatHex(hash.digest());
    }
}
