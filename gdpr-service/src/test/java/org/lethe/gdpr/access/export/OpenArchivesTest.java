package org.lethe.gdpr.access.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.access.ExportSettings;
import org.lethe.gdpr.subject.Ids;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.stream.ClientStream;

class OpenArchivesTest {

    private static final int AT_ONCE = 5;

    private final OpenArchives archives = new OpenArchives(new Settings());
    private final VisitId visit = Ids.visit();
    private final ChatId chat = Ids.chat();

    @Test
    void endTheOneThatHasWhatWasDestroyedAndNoOther() {
        ClientStream one = stream();
        ClientStream other = stream();
        archives.begin(new Caller.Visitor(ACME, visit), Set.of(visit, chat), one);
        archives.begin(visitor(), Set.of(Ids.visit()), other);

        archives.onDestroyed(chat);

        assertThat(one.isEnded()).isTrue();
        assertThat(other.isEnded()).isFalse();
    }

    @Test
    void areOneForEachVisitorInWhicheverOfItsChats() {
        OpenArchive first = begin(new Caller.Visitor(ACME, visit));

        refuses(new Caller.Visitor(ACME, visit));
        refuses(new Caller.Participant(ACME, chat, visit));
        begin(visitor());
        first.close();
        first.close();

        begin(new Caller.Participant(ACME, chat, visit));
        refuses(new Caller.Visitor(ACME, visit));
    }

    @Test
    void giveBackThePlaceOfOneWhoIsGone() {
        ClientStream gone = stream();
        archives.begin(new Caller.Visitor(ACME, visit), Set.of(visit), gone);

        gone.end();

        begin(new Caller.Visitor(ACME, visit));
        refuses(new Caller.Visitor(ACME, visit));
    }

    @Test
    void haveOtherPlacesForWhoActsForAnAccount() {
        for (int i = 0; i < AT_ONCE; i++) {
            begin(visitor());
        }
        refuses(visitor());

        Caller delegate = delegate();
        for (int i = 0; i < 4; i++) {
            begin(delegate);
        }
        refuses(delegate);
        begin(delegate());
        refuses(delegate());
    }

    private OpenArchive begin(Caller caller) {
        return archives.begin(caller, Set.of(visit), stream());
    }

    private void refuses(Caller caller) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> begin(caller))
                .matches(refusal -> refusal.code() == ErrorCode.TOO_MANY_REQUESTS);
    }

    private static Caller visitor() {
        return new Caller.Visitor(ACME, Ids.visit());
    }

    private static Caller delegate() {
        return new Caller.Delegate(ACME, new OperatorId(UUID.randomUUID().toString()), true);
    }

    private static ClientStream stream() {
        return new ClientStream(() -> {});
    }

    private record Settings() implements ExportSettings {

        @Override
        public URI schema() {
            return URI.create("https://lethe.example/schema");
        }

        @Override
        public Optional<Path> files() {
            return Optional.empty();
        }

        @Override
        public int archivesAtOnce() {
            return AT_ONCE;
        }
    }
}
