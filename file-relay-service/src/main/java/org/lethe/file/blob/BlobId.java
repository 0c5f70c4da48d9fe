package org.lethe.file.blob;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;

/** Names one sealed file. */
public record BlobId(ChatId chat, AccountId account, FileId file) {}
