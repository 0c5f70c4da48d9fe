package org.lethe.chat.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.lethe.chat.conversation.ConversationSettings;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.Coded;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ShardPages;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.retention.Lifetimes;

/** One script for each step. */
@ApplicationScoped
class RedisEndings implements Endings {
    private static final Script BEGIN = Script.load("chat/begin-ending.lua");
    private static final Script FINISH = Script.load("chat/finish-ending.lua");
    private static final Script FORGET = Script.load("chat/forget-ending.lua");
    private static final Script OVERDUE = Script.load("chat/overdue.lua");

    /**
     * Keeps a script to about a millisecond: a chat takes it 10 microseconds, a visit 3 (measured).
     */
    private static final int SCOPES_A_CALL = 100;

    /** Those that an outage left: each shard has so many in a sweep, and the rest in the next. */
    private static final int LEFT_OF_A_SHARD = 25;

    private final RedisStore redis;
    private final ConversationSettings settings;
    private final Duration ahead;

    @Inject
    RedisEndings(RedisStore redis, ConversationSettings settings, Lifetimes lifetimes) {
        this.redis = redis;
        this.settings = settings;
        Duration half = lifetimes.chatIdle().dividedBy(2);
        this.ahead = settings.endAhead().compareTo(half) < 0 ? settings.endAhead() : half;
    }

    @Override
    public Begun begin(ChatId chat, EndReason reason) {
        return begun(firstStep(chat, reason));
    }

    @Override
    public Optional<Begun> beginIfLeft(ChatId chat) {
        String reply = firstStep(chat, EndReason.LEFT);
        return reply.equals("there") ? Optional.empty() : Optional.of(begun(reply));
    }

    @Override
    public Duration claim() {
        return settings.endingClaim();
    }

    @Override
    public Finished finish(ChatId chat, List<SealedLetter> letters) {
        ScriptReply reply = redis.run(ScriptCall.on(FINISH, chat, SealedLetter.args(letters)));
        // Destroyed is what is destroyed with the replicas too; the sweep and the client ask again.
        redis.requireConfirmed(List.of(chat.shard()));
        return switch (reply.at(0).text()) {
            case "finished" -> new Finished.Done(Farewell.parse(reply.at(1).bytes()));
            case "unopened" -> new Finished.Unopened();
            default -> new Finished.Gone();
        };
    }

    @Override
    public void forget(ChatId chat) {
        redis.run(ScriptCall.on(FORGET, chat));
    }

    @Override
    public Overdue overdue() {
        var deadlines = new ShardPages(OVERDUE, SCOPES_A_CALL, ahead.toMillis(), LEFT_OF_A_SHARD);
        var left = new ArrayList<ChatId>();
        var near = new HashMap<ChatId, EndReason>();
        for (ScriptReply page : deadlines.read(redis)) {
            page.at(2).list().forEach(chat -> left.add(ChatId.of(chat.text())));
            List<ScriptReply> pairs = page.at(3).list();
            for (int i = 0; i < pairs.size(); i += 2) {
                near.put(
                        ChatId.of(pairs.get(i).text()),
                        Coded.of(EndReason.class, pairs.get(i + 1).text()));
            }
        }
        return new Overdue(left, near);
    }

    private String firstStep(ChatId chat, EndReason reason) {
        long claim = claim().toMillis();
        return redis.run(ScriptCall.on(BEGIN, chat, reason.code(), claim, ahead.toMillis())).text();
    }

    private static Begun begun(String reply) {
        return switch (reply) {
            case "begun" -> Begun.BEGUN;
            case "claimed" -> Begun.CLAIMED;
            default -> Begun.GONE;
        };
    }
}
