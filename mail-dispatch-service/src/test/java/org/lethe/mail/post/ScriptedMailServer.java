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

/**
 * A mail server of a single connection that answers as it is told, or not at all.
 *
 * <p>Its steps are {@code GREETING}, the commands, and {@code .} for the end of a mail.
 */
final class ScriptedMailServer implements AutoCloseable {

    static final String SILENCE = "";
    static final String HANGS_UP = "hangs up";

    private static final Map<String, String> FRIENDLY =
            Map.of("GREETING", "220 hello", "DATA", "354 go on");

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;
    private final CountDownLatch whole = new CountDownLatch(1);
    private final CountDownLatch goOn;

    private ScriptedMailServer(Map<String, String> answers, int held) throws IOException {
        this.answers = answers;
        this.goOn = new CountDownLatch(held);
        Thread.ofVirtual().start(this::serve);
    }

    static ScriptedMailServer answering(Map<String, String> answers) throws IOException {
        return new ScriptedMailServer(answers, 0);
    }

    static ScriptedMailServer answering(String step, String answer) throws IOException {
        return answering(Map.of(step, answer));
    }

    /** Thinks about a whole mail until it is told to go on. */
    static ScriptedMailServer thoughtful() throws IOException {
        return new ScriptedMailServer(Map.of(), 1);
    }

    int port() {
        return listener.getLocalPort();
    }

    boolean hasTheMail() {
        return whole.getCount() == 0;
    }

    void goOn() {
        goOn.countDown();
    }

    @Override
    public void close() throws IOException {
        goOn();
        listener.close();
    }

    private void serve() {
        try (Socket socket = listener.accept();
                var in =
                        new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            answer(socket, "GREETING");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String step = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                answer(socket, step);
                if (step.equals("DATA") && answers.getOrDefault(step, "3").startsWith("3")) {
                    readMail(in);
                    answer(socket, ".");
                }
            }
        } catch (IOException e) {
            // The client hung up, or the test is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readMail(BufferedReader in) throws IOException, InterruptedException {
        String line;
        do {
            line = in.readLine();
        } while (line != null && !line.equals("."));
        whole.countDown();
        goOn.await();
    }

    private void answer(Socket socket, String step) throws IOException {
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
