package org.lethe.mail;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.mail.post.ScriptedMailServer;
import org.lethe.stack.fixture.TestSettings;

/** A mail server that takes whole mails and hangs up instead of answering. */
public final class DroppingMailServer extends TestSettings {

    static final int COPIES = 3;

    private static @Nullable ScriptedMailServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = ScriptedMailServer.answering(".", ScriptedMailServer.HANGS_UP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<>(new ShortRhythms().start());
        settings.put("quarkus.mailer.host", "localhost");
        settings.put("quarkus.mailer.port", Integer.toString(server.port()));
        settings.put("lethe.mail.unanswered.copies", Integer.toString(COPIES));
        settings.put("lethe.mail.unanswered.first", "1s");
        settings.put("lethe.mail.unanswered.longest", "2s");
        return settings;
    }

    @Override
    public void stop() {
        try {
            requireNonNull(server).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int mails() {
        return requireNonNull(server).mails();
    }
}
