package org.lethe.file.removal;

import java.util.List;
import org.lethe.contracts.id.ChatId;
import org.lethe.file.blob.Removed;

class FakeRemovalRecordTest extends RemovalRecordContract {

    private final FakeRemovalRecord record = new FakeRemovalRecord();

    @Override
    protected RemovalRecord record() {
        return record;
    }

    @Override
    protected List<Removed> told(ChatId chat) {
        return record.told(chat);
    }
}
