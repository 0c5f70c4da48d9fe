package org.lethe.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.forensics.Forensics;
import org.lethe.acceptance.journey.People;
import org.lethe.stack.keycloak.RealmTokens;
import org.lethe.stack.service.ServiceProcess;
import org.lethe.stack.suite.LetheStack;
import org.lethe.stack.suite.StackSettings;

/**
 * Hands the running suite to a test as a {@link LetheStack}, and the people who use it as {@link
 * People}.
 */
public final class SharedSuite implements ParameterResolver {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Namespace NAMESPACE = Namespace.create(SharedSuite.class);

    /** The suite's own clients, a program's, and one whose tokens expire while a test waits. */
    private static final String CLIENTS =
            "lethe-console,lethe-staff,lethe-brief," + RealmTokens.PROGRAM;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LetheStack.class || type == People.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(Running.class, key -> new Running(), Running.class);
        return parameter.getParameter().getType() == People.class
                ? People.of(running.stack.state())
                : running.stack;
    }

    /** Services that were started look first whether they can keep the promise. */
    public static void awaitAdmission(LetheStack suite) {
        assertThat(
                        Pause.until(
                                PATIENCE,
                                () -> suite.services().stream().allMatch(ServiceProcess::admits)))
                .as("services take new data")
                .isTrue();
    }

    /** Closed by JUnit with the root store. */
    private static final class Running implements AutoCloseable {
        private final LetheStack stack =
                LetheStack.start(
                        Forensics.shortLived(StackSettings.beside())
                                .with("LETHE_SIGN_IN_CLIENTS", CLIENTS));

        @Override
        public void close() {
            stack.close();
        }
    }
}
