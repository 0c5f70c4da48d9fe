package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.Locale;
import org.lethe.stack.service.ServiceKind;

/** Something that goes wrong. */
sealed interface Fault {

    /** For how long it goes on by itself; zero if it is a moment. */
    Duration length();

    /** What no second fault may concern at the same time. */
    String target();

    /**
     * A service dies by {@code kill -9} and is started anew.
     *
     * @param process which of its processes, counted round and round from 0
     */
    record Kill(ServiceKind service, int process) implements Fault {
        @Override
        public Duration length() {
            return Duration.ZERO;
        }

        @Override
        public String target() {
            return service.module();
        }
    }

    /** A part stands still: connections to it are there, and nothing answers. */
    record Freeze(Part part, Duration length) implements Fault {
        @Override
        public String target() {
            return part.process();
        }
    }

    /** The mail server takes no connections. */
    record NoMail(Duration length) implements Fault {
        @Override
        public String target() {
            return "mail server";
        }
    }

    /** Connections with the mail server flake. */
    record RoughMail(Duration length) implements Fault {
        @Override
        public String target() {
            return "mail server";
        }
    }

    /** Every connection with Redis is cut. */
    record CutStore() implements Fault {
        @Override
        public Duration length() {
            return Duration.ZERO;
        }

        @Override
        public String target() {
            return Part.REDIS.process();
        }
    }

    /** Every connection of visitors and operators is cut. */
    record CutClients() implements Fault {
        @Override
        public Duration length() {
            return Duration.ZERO;
        }

        @Override
        public String target() {
            return "clients";
        }
    }

    /** Redis dies with all that it holds. */
    record LoseStore() implements Fault {
        @Override
        public Duration length() {
            return Duration.ZERO;
        }

        @Override
        public String target() {
            return Part.REDIS.process();
        }
    }

    /** What the services stand on. */
    enum Part {
        REDIS,
        KAFKA,
        KEYCLOAK;

        String process() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
