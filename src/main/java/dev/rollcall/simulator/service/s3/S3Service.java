package dev.rollcall.simulator.service.s3;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.service.s3.ObjectStore.Description;
import dev.rollcall.simulator.service.s3.ObjectStore.Stored;
import dev.rollcall.simulator.service.s3.ObjectStore.Upload;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.wire.RestXmlProtocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Amazon S3 with one bucket of the audit account, empty when the server starts, and what
 * there is to know of those to which trails deliver.
 */
final class S3Service implements Service, AutoCloseable {

	private static final Protocol PROTOCOL = new RestXmlProtocol("http://s3.amazonaws.com/doc/2006-03-01/", Map
		.ofEntries(Map.entry("ListBuckets", "ListAllMyBucketsResult"), Map.entry("ListObjectsV2", "ListBucketResult"),
				Map.entry("CreateMultipartUpload", "InitiateMultipartUploadResult"),
				Map.entry("CompleteMultipartUpload", "CompleteMultipartUploadResult"),
				Map.entry("GetPublicAccessBlock", "PublicAccessBlockConfiguration"),
				Map.entry("GetBucketPolicyStatus", "PolicyStatus"), Map.entry("GetBucketAcl", "AccessControlPolicy"),
				Map.entry("GetBucketLogging", "BucketLoggingStatus"),
				Map.entry("GetBucketVersioning", "VersioningConfiguration"),
				Map.entry("GetObjectLockConfiguration", "ObjectLockConfiguration")));

	/** The bucket that is there. */
	private static final String BUCKET = "rollcall-audit";

	private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

	private final World world;

	private final TrailBuckets trails;

	private final ObjectStore store;

	private final List<Operation<?>> operations;

	S3Service(World world, Clock clock) {
		this.world = world;
		this.trails = new TrailBuckets(world);
		this.store = new ObjectStore(clock);
		this.operations = served();
	}

	private List<Operation<?>> served() {
		return Stream.concat(this.trails.operations().stream(), ofObjects().stream()).toList();
	}

	private List<Operation<?>> ofObjects() {
		String object = " /{Bucket}/{Key+}";
		return List.of(
				Operation.routed("ListBuckets", "GET /", ListBucketsRequest::builder, this::buckets)
					.permittedBy("ListAllMyBuckets"),
				Operation.routed("ListObjectsV2", "GET /{Bucket}?list-type", ListObjectsV2Request::builder, this::list)
					.permittedBy("ListBucket"),
				Operation.routed("HeadBucket", "HEAD /{Bucket}", HeadBucketRequest::builder, this::headBucket)
					.permittedBy("ListBucket"),
				Operation.routed("UploadPart", "PUT" + object + "?uploadId&partNumber", UploadPartRequest::builder,
						this::uploadPart),
				Operation.routed("PutObject", "PUT" + object, PutObjectRequest::builder, this::put),
				Operation.routed("CreateMultipartUpload", "POST" + object + "?uploads",
						CreateMultipartUploadRequest::builder, this::create),
				Operation.routed("CompleteMultipartUpload", "POST" + object + "?uploadId",
						CompleteMultipartUploadRequest::builder, this::complete),
				Operation.routed("AbortMultipartUpload", "DELETE" + object + "?uploadId",
						AbortMultipartUploadRequest::builder, this::abort),
				Operation.routed("DeleteObject", "DELETE" + object, DeleteObjectRequest::builder, this::delete),
				Operation.routed("HeadObject", "HEAD" + object, HeadObjectRequest::builder, this::head),
				Operation.routed("GetObject", "GET" + object, GetObjectRequest::builder, this::get));
	}

	@Override
	public String name() {
		return "s3";
	}

	@Override
	public Reach reach() {
		return Reach.GLOBAL;
	}

	@Override
	public Protocol protocol() {
		return PROTOCOL;
	}

	@Override
	public List<Operation<?>> operations() {
		return this.operations;
	}

	@Override
	public ErrorAnswer tooOften() {
		return new ErrorAnswer(503, "SlowDown", "Please reduce your request rate.");
	}

	@Override
	public void thingCalls(FewestCalls calls) {
		this.trails.calls(calls);
	}

	/** Throws away what was put into the bucket. */
	@Override
	public void close() {
		this.store.close();
	}

	private Reply buckets(Ask<ListBucketsRequest> ask) {
		Member member = ask.caller().member();
		Stream<String> audit = isOwner(ask.caller()) ? Stream.of(BUCKET) : Stream.empty();
		List<String> names = Stream.concat(audit, TrailBuckets.of(member).stream())
			.sorted()
			.filter((name) -> name.compareTo(Objects.requireNonNullElse(ask.request().continuationToken(), "")) > 0)
			.toList();
		int page = Math.min(names.size(), Objects.requireNonNullElse(ask.request().maxBuckets(), names.size()));
		return Reply.of(ListBucketsResponse.builder()
			.buckets(names.subList(0, page)
				.stream()
				.map((name) -> Bucket.builder()
					.name(name)
					.creationDate(this.world.past().once(member.position(), name))
					.build())
				.toList())
			.continuationToken((page < names.size()) ? names.get(page - 1) : null)
			.build());
	}

	private Reply headBucket(Ask<HeadBucketRequest> ask) {
		requireBucket(ask.caller(), ask.request().bucket());
		return Reply.of(HeadBucketResponse.builder().build());
	}

	private Reply put(Ask<PutObjectRequest> ask) {
		PutObjectRequest request = ask.request();
		requireBucket(ask.caller(), request.bucket());
		Stored stored = this.store.put(request.key(), ObjectBody.of(ask.http()),
				new Condition(request.ifMatch(), request.ifNoneMatch()),
				new Description(request.contentType(), request.metadata()));
		return Reply.of(PutObjectResponse.builder().eTag(stored.etag()).checksumCRC32(stored.crc32()).build());
	}

	private Reply get(Ask<GetObjectRequest> ask) {
		GetObjectRequest request = ask.request();
		requireBucket(ask.caller(), request.bucket());
		Stored stored = this.store.get(request.key());
		new Condition(request.ifMatch(), request.ifNoneMatch()).requireToRead(stored);
		byte[] content = stored.content();
		GetObjectResponse.Builder answer = GetObjectResponse.builder()
			.eTag(stored.etag())
			.acceptRanges("bytes")
			.lastModified(stored.at())
			.contentType(contentType(stored))
			.metadata(stored.description().metadata());
		if (request.range() == null) {
			return new Reply(answer.checksumCRC32(stored.crc32()).build(), content);
		}
		int[] range = range(request.range(), content.length);
		byte[] part = Arrays.copyOfRange(content, range[0], range[1] + 1);
		return new Reply(answer.contentRange("bytes " + range[0] + "-" + range[1] + "/" + content.length).build(),
				part);
	}

	/** The first and the last byte that a Range header asks for. */
	private static int[] range(String header, int length) {
		Matcher matcher = RANGE.matcher(header);
		if (matcher.matches() && length > 0) {
			boolean suffix = matcher.group(1).isEmpty();
			long from = suffix ? Math.max(0, length - Long.parseLong("0" + matcher.group(2)))
					: Long.parseLong(matcher.group(1));
			long to = (suffix || matcher.group(2).isEmpty()) ? length - 1L : Long.parseLong(matcher.group(2));
			if (from < length && from <= to) {
				return new int[] { (int) from, (int) Math.min(to, length - 1L) };
			}
		}
		throw new ErrorAnswer(416, "InvalidRange", "The requested range is not satisfiable");
	}

	private Reply head(Ask<HeadObjectRequest> ask) {
		HeadObjectRequest request = ask.request();
		requireBucket(ask.caller(), request.bucket());
		Stored stored = this.store.get(request.key());
		new Condition(request.ifMatch(), request.ifNoneMatch()).requireToRead(stored);
		return new Reply(HeadObjectResponse.builder()
			.eTag(stored.etag())
			.acceptRanges("bytes")
			.lastModified(stored.at())
			.contentType(contentType(stored))
			.checksumCRC32(stored.crc32())
			.metadata(stored.description().metadata())
			.build(), stored.content());
	}

	private static String contentType(Stored stored) {
		return Objects.requireNonNullElse(stored.description().contentType(), "binary/octet-stream");
	}

	private Reply delete(Ask<DeleteObjectRequest> ask) {
		requireBucket(ask.caller(), ask.request().bucket());
		this.store.delete(ask.request().key());
		return Reply.of(DeleteObjectResponse.builder().build());
	}

	private Reply list(Ask<ListObjectsV2Request> ask) {
		requireBucket(ask.caller(), ask.request().bucket());
		KeyPage listing = new KeyPage(ask.request());
		this.store.after(listing.from()).forEach(listing::add);
		return Reply.of(listing.answer(BUCKET));
	}

	private Reply create(Ask<CreateMultipartUploadRequest> ask) {
		requireBucket(ask.caller(), ask.request().bucket());
		String id = this.store.begin(ask.request().key(),
				new Description(ask.request().contentType(), ask.request().metadata()));
		return Reply
			.of(CreateMultipartUploadResponse.builder().bucket(BUCKET).key(ask.request().key()).uploadId(id).build());
	}

	private Reply uploadPart(Ask<UploadPartRequest> ask) {
		requireBucket(ask.caller(), ask.request().bucket());
		byte[] content = ObjectBody.of(ask.http());
		upload(ask.request().uploadId(), ask.request().key()).parts().put(ask.request().partNumber(), content);
		return Reply.of(UploadPartResponse.builder()
			.eTag('"' + Digests.hex(Digests.md5(content)) + '"')
			.checksumCRC32(Digests.crc32(content))
			.build());
	}

	private Reply complete(Ask<CompleteMultipartUploadRequest> ask) {
		CompleteMultipartUploadRequest request = ask.request();
		requireBucket(ask.caller(), request.bucket());
		Upload upload = upload(request.uploadId(), request.key());
		List<byte[]> parts = NamedParts.read(new String(ask.http().body(), StandardCharsets.UTF_8), upload.parts());
		Stored stored = this.store.put(upload.key(), parts, new Condition(request.ifMatch(), request.ifNoneMatch()),
				upload.description());
		this.store.end(request.uploadId());
		return Reply.of(CompleteMultipartUploadResponse.builder()
			.bucket(BUCKET)
			.key(upload.key())
			.location("/" + BUCKET + "/" + upload.key())
			.eTag(stored.etag())
			.build());
	}

	private Reply abort(Ask<AbortMultipartUploadRequest> ask) {
		requireBucket(ask.caller(), ask.request().bucket());
		upload(ask.request().uploadId(), ask.request().key());
		this.store.end(ask.request().uploadId());
		return Reply.of(AbortMultipartUploadResponse.builder().build());
	}

	private Upload upload(String id, String key) {
		return this.store.upload(id)
			.filter((upload) -> upload.key().equals(key))
			.orElseThrow(() -> new ErrorAnswer(404, "NoSuchUpload",
					"The specified upload does not exist. The upload ID may be invalid."));
	}

	private static void requireBucket(Caller caller, String bucket) {
		if (!bucket.equals(BUCKET)) {
			throw new ErrorAnswer(404, "NoSuchBucket", "The specified bucket does not exist");
		}
		if (!isOwner(caller)) {
			throw new ErrorAnswer(403, "AccessDenied", "Access Denied");
		}
	}

	private static boolean isOwner(Caller caller) {
		return caller.member().position() == World.AUDIT;
	}

}
