package org.lethe.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** A request in pieces, for clients that stop in the middle. */
final class RawRequest implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    private RawRequest(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = socket.getInputStream();
    }

    static RawRequest to(URI server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(20_000);
        return new RawRequest(socket);
    }

    RawRequest head(String method, String path, String token, String... headers)
            throws IOException {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        head.append("Authorization: Bearer ").append(token).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(US_ASCII));
        out.flush();
        return this;
    }

    RawRequest send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** The next bytes of the answer; fewer when the connection ends. */
    byte[] read(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** How many bytes come until the connection ends. */
    long drain() {
        long count = 0;
        try {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
            }
        } catch (IOException e) {
            // A reset ends it too.
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
