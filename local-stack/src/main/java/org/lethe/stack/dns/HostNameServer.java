package org.lethe.stack.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.lethe.stack.process.LauncherThreads;
import org.lethe.stack.process.PartFailure;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers reverse lookups over UDP with the names of {@link MadeUpHostNames}, and nothing else. */
public final class HostNameServer implements AutoCloseable {
    private static final int TTL_SECONDS = 60;
    private static final int LONGEST_QUESTION = 4096;

    private final DatagramSocket socket;

    private HostNameServer(DatagramSocket socket) {
        this.socket = socket;
    }

    public static HostNameServer start(int port) {
        try {
            var socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
            var server = new HostNameServer(socket);
            LauncherThreads.start("name server", server::answerAll);
            return server;
        } catch (SocketException e) {
            throw new PartFailure("name server", "UDP port " + port + " is taken", e);
        }
    }

    /** Where it answers. */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void answerAll() {
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[LONGEST_QUESTION], LONGEST_QUESTION);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException | IllegalArgumentException ignored) {
                // The server was closed, or what came is no question: nobody waits for an answer.
            }
        }
    }

    private static byte[] answer(byte[] packet) throws IOException {
        var query = new Message(packet);
        Record question = query.getQuestion();
        if (question == null) {
            throw new IOException("no question");
        }
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question, Section.QUESTION);
        Name name = question.getName();
        try {
            InetAddress address = ReverseMap.fromName(name);
            // The library takes some names for an address that are none.
            if (question.getType() != Type.PTR || !ReverseMap.fromAddress(address).equals(name)) {
                throw new UnknownHostException();
            }
            Name host = Name.fromString(MadeUpHostNames.of(address), Name.root);
            answer.addRecord(new PTRRecord(name, DClass.IN, TTL_SECONDS, host), Section.ANSWER);
        } catch (UnknownHostException e) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return answer.toWire();
    }
}
