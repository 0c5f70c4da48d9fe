package org.lethe.mail.post;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How letters are handed to the mail server. Which that is, who signs in, and what its certificate
 * is checked with, {@code quarkus.mailer.*} says.
 */
@ConfigMapping(prefix = "lethe.mail.server")
public interface PostSettings {

    /** How many letters are on their way at once. Each is in clear in memory meanwhile. */
    @WithDefault("8")
    int connections();

    /**
     * How many of an account: where its mail is taken slowly, that holds up nobody else's letters.
     */
    @WithDefault("3")
    int connectionsPerAccount();

    @WithDefault("10s")
    Duration connectTimeout();

    /** How long the server may say nothing before it has a mail. */
    @WithDefault("30s")
    Duration silence();

    /**
     * Within which the server must have all of a mail, at the first attempt: a slow one is given
     * more time when the others have had their turn.
     */
    @WithDefault("1m")
    Duration firstTransfer();

    /**
     * How long handing a mail in may take, to the server's word on it; RFC 5321 asks for 10 minutes
     * after the last line. A server that is given up on before may have the mail all the same and
     * gets it again. The letter is in clear in memory meanwhile. At most half of the time that a
     * letter has left until its deadline counts, so 12 hours are the most.
     */
    @WithDefault("10m")
    Duration handIn();
}
