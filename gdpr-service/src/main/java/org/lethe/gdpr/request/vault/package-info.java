/** Requests in the vault, each sealed in a scope of its own. */
@NullMarked
package org.lethe.gdpr.request.vault;

import org.jspecify.annotations.NullMarked;
