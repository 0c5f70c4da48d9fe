package org.lethe.mail.post;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server without TLS that answers as it is told, or not at all.
 *
 * <p>Its steps are {@code GREETING}, the commands, and {@code .} for the end of a mail.
 */
public final class ScriptedMailServer implements AutoCloseable {

    public static final String SILENCE = "";
    public static final String HANGS_UP = "hangs up";

    private static final String END = "\r\n.\r\n";

    private static final Map<String, String> FRIENDLY =
            Map.of("GREETING", "220 hello", "DATA", "354 go on");

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;
    private final AtomicInteger connectionsWithMails = new AtomicInteger();
    private final AtomicInteger mails = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final String thoughtfulAt;
    private volatile String lastMail = "";

    private ScriptedMailServer(Map<String, String> answers, String thoughtfulAt)
            throws IOException {
        this.answers = answers;
        this.thoughtfulAt = thoughtfulAt;
        Thread.ofVirtual().start(this::accept);
    }

    public static ScriptedMailServer answering(Map<String, String> answers) throws IOException {
        return new ScriptedMailServer(answers, "");
    }

    public static ScriptedMailServer answering(String step, String answer) throws IOException {
        return answering(Map.of(step, answer));
    }

    /** Thinks about a step until it is told to go on. */
    public static ScriptedMailServer thoughtfulAt(String step) throws IOException {
        return new ScriptedMailServer(Map.of(), step);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public boolean hasTheMail() {
        return mails.get() > 0;
    }

    public int mails() {
        return mails.get();
    }

    /** As it came, to the end of its line with a dot alone. */
    String lastMail() {
        return lastMail;
    }

    int connectionsWithMails() {
        return connectionsWithMails.get();
    }

    public void goOn() {
        goOn.countDown();
    }

    @Override
    public void close() throws IOException {
        goOn();
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket made) {
        try (Socket socket = made;
                var in =
                        new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            answer(socket, "GREETING");
            boolean isFirst = true;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String step = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                answer(socket, step);
                if (step.equals("DATA") && answers.getOrDefault(step, "3").startsWith("3")) {
                    readMail(in);
                    if (isFirst) {
                        connectionsWithMails.incrementAndGet();
                    }
                    isFirst = false;
                    answer(socket, ".");
                }
            }
        } catch (IOException e) {
            // The client hung up, or the test is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readMail(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(END, text.length() - END.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            text.append((char) next);
        }
        lastMail = text.toString();
        mails.incrementAndGet();
    }

    private void answer(Socket socket, String step) throws IOException, InterruptedException {
        if (step.equals(thoughtfulAt)) {
            goOn.await();
        }
        String answer = answers.getOrDefault(step, FRIENDLY.getOrDefault(step, "250 fine"));
        if (answer.equals(HANGS_UP)) {
            socket.close();
        } else if (!answer.equals(SILENCE)) {
            OutputStream out = socket.getOutputStream();
            out.write((answer + "\r\n").getBytes(US_ASCII));
            out.flush();
        }
    }
}
