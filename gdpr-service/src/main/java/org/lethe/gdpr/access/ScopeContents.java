package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.ScopeKeyNames;

/** Reads what the services keep in a scope, slot by slot, as they seal it. */
@ApplicationScoped
class ScopeContents {

    private final RedisStore store;

    ScopeContents(RedisStore store) {
        this.store = store;
    }

    ObjectNode read(ScopeId scope, ScopeCipher cipher, Map<String, String> meta) {
        ObjectNode node = WireFormat.mapper().createObjectNode();
        node.put(scope.kind().code(), scope.value());
        String created = meta.get("created");
        if (created != null) {
            node.put("since", Instant.ofEpochMilli(Long.parseLong(created)).toString());
        }
        var opener = new Opener(cipher);
        switch (scope) {
            case VisitId visit -> value(node, visit, opener, "view", "content");
            case ChatId chat -> {
                value(node, chat, opener, "form", "form");
                messages(node.putArray("messages"), chat, opener);
                files(node.putArray("files"), chat, opener);
            }
            case LetterId letter -> {
                node.put("kind", meta.getOrDefault("kind", ""));
                body(node, letter, opener);
            }
            case ErasureId _ -> {}
        }
        address(node, scope, opener);
        return node;
    }

    private void value(ObjectNode node, ScopeId scope, Opener opener, String slot, String name) {
        store.get(ScopeKeyNames.slot(scope, slot))
                .flatMap(sealed -> opener.open(Compartment.CONTENT, slot, sealed))
                .ifPresent(content -> node.set(name, content));
    }

    private void body(ObjectNode node, LetterId letter, Opener opener) {
        store.get(ScopeKeyNames.slot(letter, "body"))
                .flatMap(sealed -> opener.open(Compartment.CONTENT, "letter", sealed))
                .ifPresent(content -> node.set("content", content));
    }

    private void address(ObjectNode node, ScopeId scope, Opener opener) {
        store.get(ScopeKeyNames.slot(scope, "addr"))
                .flatMap(sealed -> opener.open(Compartment.ADDRESS, "addr", sealed))
                .ifPresent(content -> node.set("address", content));
    }

    private void messages(ArrayNode list, ChatId chat, Opener opener) {
        for (byte[] entry : store.list(ScopeKeyNames.slot(chat, "log"), 0, -1)) {
            LoggedMessage message = LoggedMessage.parse(entry);
            opener.open(Compartment.CONTENT, message.sealedAs(), message.sealed())
                    .ifPresent(content ->
                            list.addObject()
                                    .put("seq", message.seq())
                                    .put("at", message.at().toString())
                                    .put("from", message.from())
                                    .set("content", content));
        }
    }

    private void files(ArrayNode list, ChatId chat, Opener opener) {
        store.hash(ScopeKeyNames.slot(chat, "files"))
                .forEach((file, sealed) ->
                        opener.open(Compartment.CONTENT, "file-meta:" + file, sealed)
                                .ifPresent(note ->
                                        list.addObject().put("file", file).set("content", note)));
    }
}
