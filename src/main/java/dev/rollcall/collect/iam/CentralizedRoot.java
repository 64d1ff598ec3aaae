package dev.rollcall.collect.iam;

import java.util.List;

/**
 * What of root access the organization has centralized.
 *
 * @param organizationId the organization
 * @param credentialsManagement whether root credentials of members can be removed
 * centrally; those that exist stay until they are removed
 * @param sessions whether privileged root sessions can be taken centrally
 * @param features all features that are on, as IAM names them
 */
public record CentralizedRoot(String organizationId, boolean credentialsManagement, boolean sessions,
		List<String> features) {

	public CentralizedRoot {
		features = List.copyOf(features);
	}

}
