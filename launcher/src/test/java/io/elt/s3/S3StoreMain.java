package io.elt.s3;

import java.io.IOException;

/**
 * Starts s3proxy, and ends with the process that started it, however that one ends: it holds the other end of the standard
 * input.
 */
public final class S3StoreMain {
    private S3StoreMain() {}

    /**
     * @param arguments of s3proxy
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread end = new Thread(S3StoreMain::endWithParent, "end-with-parent");
        end.setDaemon(true);
        end.start();
        // Its jars are on the class path of this process only.
        Class.forName("org.gaul.s3proxy.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // Nobody is there any more.
        }
        Runtime.getRuntime().halt(0);
    }
}
