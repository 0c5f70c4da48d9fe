package org.lethe.chat.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;

/**
 * Until when the visitor of each chat counts as there, across all replicas: for a visit's lifetime
 * after the last frame, the request for the chat being the first. A chat that ends is no longer in
 * it.
 *
 * <p>Throws {@link org.lethe.privacy.redis.StoreUnavailableException} when it can't be reached.
 */
public interface Sightings {

    /**
     * Visitors were heard of in their chats; what is older than what is known changes nothing. Who
     * is told of a chat hears when its visitor's last page is gone, and when one is back.
     */
    void note(Map<ChatId, Heard> heard);

    /**
     * The chats whose visitors were last heard of in the chat for longer than a visit lives. None
     * for a while after nobody has asked this for long: who could not be heard gets time to come
     * back.
     */
    List<Unseen> unseen();

    /**
     * The visitors are on the site, and count as there for no longer than their visits live.
     *
     * @param lives how much longer each one's visit lives, asked after it was found unseen
     */
    void putOff(Map<Unseen, Duration> lives);

    /**
     * What a replica heard of a visitor.
     *
     * @param ago how long ago the last frame came
     * @param isThere whether a page of the visitor has a socket there
     */
    record Heard(Duration ago, boolean isThere) {}

    /**
     * A chat in which its visitor was not heard of.
     *
     * @param at when that was found, in the time of where it is stored
     */
    record Unseen(ChatId chat, VisitId visit, Instant at) {}
}
