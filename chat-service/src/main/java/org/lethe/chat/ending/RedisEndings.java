package org.lethe.chat.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lethe.chat.conversation.ConversationSettings;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.redis.RedisStore;
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
    private static final int MOST_AT_ONCE = 100;

    private final RedisStore redis;
    private final ConversationSettings settings;
    private final Lifetimes lifetimes;

    @Inject
    RedisEndings(RedisStore redis, ConversationSettings settings, Lifetimes lifetimes) {
        this.redis = redis;
        this.settings = settings;
        this.lifetimes = lifetimes;
    }

    @Override
    public Begun begin(ChatId chat, EndReason reason) {
        ScriptReply reply =
                redis.run(
                        ScriptCall.on(
                                BEGIN,
                                chat,
                                reason.code(),
                                settings.endingClaim().toMillis(),
                                lifetimes.chatIdle().toMillis()));
        return switch (reply.text()) {
            case "begun" -> Begun.BEGUN;
            case "claimed" -> Begun.CLAIMED;
            default -> Begun.GONE;
        };
    }

    @Override
    public Finished finish(ChatId chat, List<SealedLetter> letters) {
        long farewell = settings.farewell().toMillis();
        ScriptReply reply =
                redis.run(ScriptCall.on(FINISH, chat, farewell, SealedLetter.args(letters)));
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
    public Overdue overdue(Duration lead) {
        List<ScriptCall> calls = ScriptCall.onAll(OVERDUE, lead.toMillis(), MOST_AT_ONCE);
        var left = new ArrayList<ChatId>();
        var near = new ArrayList<ChatId>();
        for (ScriptReply reply : redis.runAll(calls)) {
            reply.at(0).list().forEach(chat -> left.add(ChatId.of(chat.text())));
            reply.at(1).list().forEach(chat -> near.add(ChatId.of(chat.text())));
        }
        return new Overdue(left, near);
    }
}
