package org.lethe.mail.post;

import io.quarkus.mailer.Mail;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;

/**
 * The mail server, by Quarkus' mailer: over TLS first, and without only where the account allows
 * it, the server offers none, and has offered none within the last day.
 */
@ApplicationScoped
@Startup
class QuarkusPostOffice implements PostOffice {

    private static final Log LOG = Log.of(QuarkusPostOffice.class);

    private final MailServer server;
    private final PostSettings settings;
    private final TlsMemory tls;

    /** Those that are not in use; the last one is the likeliest to be connected still. */
    private final Deque<Mailroom> rooms = new ConcurrentLinkedDeque<>();

    @Inject
    QuarkusPostOffice(MailServer server, PostSettings settings, TlsMemory tls) {
        this.server = server;
        this.settings = settings;
        this.tls = tls;
    }

    /** Refuses as the store does while it is away, which remembers who offered TLS. */
    @Override
    public Opening open(boolean tlsRequired) {
        IfThereIsNoTls plan = ifThereIsNoTls(tlsRequired);
        Mailroom room = room();
        Optional<PostponeReason> obstacle = room.isConnected() ? Optional.empty() : tryTheWay();
        if (obstacle.isPresent()) {
            room.close();
            return new Opening.Closed(obstacle.get());
        }
        return new Opening.Open(new RoomCounter(room, plan));
    }

    /** The client of a connection that has ended may not know that it has. */
    private Mailroom room() {
        Mailroom last = rooms.pollLast();
        if (last != null && last.isConnected()) {
            return last;
        }
        if (last != null) {
            last.close();
        }
        return newRoom();
    }

    private Mailroom newRoom() {
        return new Mailroom(server, settings.silence());
    }

    private IfThereIsNoTls ifThereIsNoTls(boolean tlsRequired) {
        if (tlsRequired || server.isTlsRequired()) {
            return IfThereIsNoTls.WAIT;
        }
        return tls.wasOffered() ? IfThereIsNoTls.SUSPECT : IfThereIsNoTls.GO_IN_CLEAR;
    }

    /**
     * The mailer connects with the mail in its hands; so that none is unsealed for a server that is
     * away, it is knocked before.
     */
    private Optional<PostponeReason> tryTheWay() {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(server.host(), server.port()),
                    Math.toIntExact(settings.connectTimeout().toMillis()));
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            return Optional.of(PostponeReason.SILENT);
        } catch (IOException e) {
            return Optional.of(PostponeReason.UNREACHABLE);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rooms.forEach(Mailroom::close);
    }

    /** The store's trouble is not the letter's: the next one notes it. */
    private void noteOffer() {
        try {
            tls.noteOffer();
        } catch (StoreUnavailableException e) {
            LOG.debug("it is not noted that the mail server offers TLS", LogKey.REASON.of(e));
        }
    }

    private enum IfThereIsNoTls {
        WAIT,
        SUSPECT,
        GO_IN_CLEAR
    }

    private final class RoomCounter implements Counter {

        private final IfThereIsNoTls plan;
        private Mailroom room;
        private boolean isUsable = true;

        RoomCounter(Mailroom room, IfThereIsNoTls plan) {
            this.room = room;
            this.plan = plan;
        }

        @Override
        public Delivery handIn(OutgoingMail letter, Patience patience) {
            Mail mail = LetterMail.of(letter, server.domain());
            if (plan == IfThereIsNoTls.GO_IN_CLEAR && room.standsInClear()) {
                return used(room.send(MailServer.AS_OFFERED, mail, patience));
            }
            Delivery word = room.send(MailServer.TLS_ALONE, mail, patience);
            if (room.isStuck()) {
                room.close();
                room = newRoom();
                word = room.send(MailServer.TLS_ALONE, mail, patience);
            }
            if (word.equals(new Delivery.Postponed(PostponeReason.TLS_MISSING))) {
                word = withoutTls(mail, patience, word);
            } else if (!(word instanceof Delivery.Postponed)) {
                noteOffer();
            }
            return used(word);
        }

        /** A connection that something went wrong on is not used again. */
        private Delivery used(Delivery word) {
            isUsable = word instanceof Delivery.Accepted;
            return word;
        }

        private Delivery withoutTls(Mail mail, Patience patience, Delivery missing) {
            return switch (plan) {
                case WAIT -> missing;
                case SUSPECT -> new Delivery.Postponed(PostponeReason.TLS_WITHDRAWN);
                case GO_IN_CLEAR -> room.send(MailServer.AS_OFFERED, mail, patience);
            };
        }

        @Override
        public void close() {
            if (isUsable) {
                rooms.add(room);
            } else {
                room.close();
            }
        }
    }
}
