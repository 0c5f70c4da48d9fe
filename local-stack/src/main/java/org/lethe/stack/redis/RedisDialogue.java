package org.lethe.stack.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A few words with Redis in its inline protocol; the launcher needs no client for more. */
public final class RedisDialogue {

    private static final int LIMIT_MILLIS = 10_000;

    private RedisDialogue() {}

    /** Signs in and sends commands whose answer is one line each; gives the lines. */
    public static List<String> ask(String uri, String user, String password, String... commands)
            throws IOException {
        URI address = URI.create(uri);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(LIMIT_MILLIS);
            String text =
                    "AUTH "
                            + user
                            + " "
                            + password
                            + "\r\n"
                            + String.join("\r\n", commands)
                            + "\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return answers(socket, commands.length);
        }
    }

    private static List<String> answers(Socket socket, int count) throws IOException {
        var reader =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        if (!"+OK".equals(reader.readLine())) {
            throw new IOException("Redis refused the password");
        }
        var answers = new ArrayList<String>();
        while (answers.size() < count) {
            answers.add(Objects.requireNonNullElse(reader.readLine(), ""));
        }
        return answers;
    }
}
