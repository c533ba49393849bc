package io.elt.local.starrocks.mysql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** {@code mysql_native_password}: SHA1(password) XOR SHA1(salt + SHA1(SHA1(password))). */
final class NativePassword {
    static final String PLUGIN = "mysql_native_password";
    private static final int SALT_LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private NativePassword() {}

    /** Printable and never zero, as clients expect. */
    static byte[] salt() {
        byte[] salt = new byte[SALT_LENGTH];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) (33 + RANDOM.nextInt(94));
        }
        return salt;
    }

    static boolean matches(String password, byte[] salt, byte[] answer) {
        return MessageDigest.isEqual(scramble(password, salt), answer);
    }

    static byte[] scramble(String password, byte[] salt) {
        if (password.isEmpty()) {
            return new byte[0];
        }
        MessageDigest sha1 = sha1();
        byte[] once = sha1.digest(password.getBytes(StandardCharsets.UTF_8));
        byte[] twice = sha1.digest(once);
        sha1.update(salt);
        byte[] mask = sha1.digest(twice);
        for (int i = 0; i < mask.length; i++) {
            mask[i] ^= once[i];
        }
        return mask;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
