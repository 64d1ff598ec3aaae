package dev.rollcall.collect.iam;

import java.time.Duration;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CredentialReportExpiredException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportFormatType;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/** Has the credential report made, and reads it. */
@Component
class IamCredentialReportSource implements Source {

	/** IAM makes a report in seconds; it keeps one for four hours. */
	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

	private static final int LOOKS = 60;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.global("iam-credential-report", IamClient.class)
			.operations("0.1.0", "iam:GenerateCredentialReport", "iam:GetCredentialReport")
			.evidence(Credential.class)
			.whenEmpty("FAILED without a root row; READ in the partitions aws-cn and aws-us-gov")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		GetCredentialReportResponse report = report(cell);
		Vocabulary.known("iam:GetCredentialReport: ReportFormat", ReportFormatType.class,
				report.reportFormatAsString());
		new CredentialReport(report.generatedTime(), !RootlessPartitions.contain(cell.region()))
			.parse(report.content().asUtf8String())
			.forEach(cell::emit);
		return Answer.READ;
	}

	private static GetCredentialReportResponse report(CellScope cell) {
		IamClient client = cell.client(IamClient.class);
		for (int look = 0; look < LOOKS; look++) {
			boolean complete = client.generateCredentialReport().state() == ReportStateType.COMPLETE;
			if (!complete) {
				cell.await(BETWEEN_LOOKS);
			}
			try {
				return client.getCredentialReport();
			}
			catch (CredentialReportNotReadyException | CredentialReportNotPresentException
					| CredentialReportExpiredException ex) {
				cell.await(BETWEEN_LOOKS);
			}
		}
		throw new UnexpectedAnswerException("IAM had not made the credential report after " + LOOKS + " looks");
	}

}
