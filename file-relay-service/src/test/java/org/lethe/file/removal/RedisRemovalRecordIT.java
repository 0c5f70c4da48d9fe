package org.lethe.file.removal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.lethe.contracts.event.FileEvent.FilesDestroyed;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.topic.Topic;
import org.lethe.file.blob.Removed;
import org.lethe.stack.test.EventTopic;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisRemovalRecordIT extends RemovalRecordContract {

    @Inject RemovalRecord record;

    @Override
    protected RemovalRecord record() {
        return record;
    }

    @Override
    protected List<Removed> told(ChatId chat) {
        return EventTopic.about(Topic.FILES, chat.value(), FilesDestroyed.class).stream()
                .map(event -> new Removed(event.files(), event.bytes()))
                .toList();
    }
}
