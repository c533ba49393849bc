package io.elt.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.validation.DefaultValidator;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the operator's own validator says to a deployment: it looks at names, memory, directories of savepoints and so on,
 * which the schema leaves open. The operator is built with an older guava of Flink, so it has a class loader to itself.
 */
public final class OperatorCheck implements AutoCloseable {
    private static final Path GUAVA = Path.of("target", "operator", "flink-shaded-guava.jar");

    private final URLClassLoader loader;
    private final Function<String, Optional<String>> validation;

    private OperatorCheck(URLClassLoader loader, Function<String, Optional<String>> validation) {
        this.loader = loader;
        this.validation = validation;
    }

    @SuppressWarnings("unchecked")
    public static OperatorCheck create() {
        try {
            URLClassLoader loader = new OperatorLoader(new URL[] {
                guava(), jarOf(DefaultValidator.class), jarOf(FlinkDeployment.class), jarOf(OperatorValidation.class)
            });
            return new OperatorCheck(
                    loader, (Function<String, Optional<String>>) loader.loadClass(OperatorValidation.class.getName())
                            .getConstructor()
                            .newInstance());
        } catch (ReflectiveOperationException | MalformedURLException e) {
            throw new IllegalStateException("the operator's validator does not start", e);
        }
    }

    /** @return why the operator would refuse the deployment, empty if it would not */
    public Optional<String> problem(JsonNode deployment) {
        return validation.apply(deployment.toString());
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static URL guava() throws MalformedURLException {
        if (!Files.exists(GUAVA)) {
            throw new IllegalStateException(GUAVA.toAbsolutePath() + " is missing; Maven copies it there");
        }
        return GUAVA.toUri().toURL();
    }

    private static URL jarOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Takes the operator and its guava from its own jars, all else from the tests' class path. */
    private static final class OperatorLoader extends URLClassLoader {
        OperatorLoader(URL[] jars) {
            super(jars, OperatorCheck.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.apache.flink.kubernetes.operator.")
                    && !name.equals(OperatorValidation.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}
