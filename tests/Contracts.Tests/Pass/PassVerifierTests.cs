using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassVerifierTests
{
    private const PassChecks UpToStatusList = (PassChecks)0b1111_1111;

    [Fact]
    public void A_pass_is_sound_in_both_renditions()
    {
        var region = MadeUpRegion.Beijing;
        foreach (var token in new[] { region.Pass.Api, region.Pass.Card })
        {
            var verification = Checkpoint.Open.Verify(token);
            Assert.True(verification.IsSound);
            Assert.Equal(PassRejection.None, verification.Rejection);
            Assert.Equal(region.Statement, verification.Statement);
            Assert.Equal(region.Issuer, verification.Issuer!.Listed.Issuer);
            Assert.Equal(MadeUpRegion.Morning, verification.StatusListAsOf);
            Assert.Equal(UpToStatusList, verification.Checked);
            Assert.Equal(["size", "parse", "algorithm", "issuer", "signature", "profile", "time", "status-list"], verification.Checked.Names());
        }
    }

    [Fact]
    public void A_QR_text_read_back_is_sound()
    {
        var token = new byte[PassSigner.MaxCardLength];
        Assert.True(ShcText.TryDecode(MadeUpRegion.Beijing.Pass.Qr, token, out var length));
        Assert.True(PassVerifier.Verify(token.AsSpan(0, length), Checkpoint.Open.Terms).IsSound);
    }

    [Fact]
    public void The_header_may_be_written_in_another_order_or_with_escapes()
    {
        var kid = Forged.Region.DayKey.Kid;
        Assert.True(Checkpoint.Open.Verify(Forged.Api(Forged.Claims, $$"""{"typ":"health-pass+jwt","kid":"{{kid}}","alg":"ES256"}""")).IsSound);
        Assert.True(Checkpoint.Open.Verify(Forged.Api(Forged.Claims, $$"""{ "alg":"\u0045S256", "kid":"{{kid}}", "typ":"health-pass+jwt" }""")).IsSound);
        Assert.True(Checkpoint.Open.Verify(Forged.Card(Forged.Claims, $$"""{"kid":"{{kid}}","zip":"DEF","alg":"ES256"}""")).IsSound);
    }

    [Fact]
    public void A_document_consistent_with_the_mask_passes_the_holder_step()
    {
        var verification = (Checkpoint.Open with { Holder = Document("11010519491231002X") }).Verify(MadeUpRegion.Beijing.Pass.Api);
        Assert.True(verification.IsSound);
        Assert.Equal(UpToStatusList | PassChecks.Holder, verification.Checked);
    }

    [Fact]
    public void Another_document_is_a_holder_mismatch()
    {
        foreach (var other in new[] { Document("110101190003070010"), Document("E1234567", DocumentType.Passport) })
        {
            var verification = (Checkpoint.Open with { Holder = other }).Verify(MadeUpRegion.Beijing.Pass.Api);
            Assert.False(verification.IsSound);
            Assert.Equal(PassRejection.HolderMismatch, verification.Rejection);
            Assert.Equal(UpToStatusList, verification.Checked);
            Assert.Equal(MadeUpRegion.Beijing.Statement, verification.Statement);
        }
    }

    [Fact]
    public void The_default_verification_is_a_rejection_that_passed_no_check()
    {
        var verification = default(PassVerification);
        Assert.False(verification.IsSound);
        Assert.NotEqual(PassRejection.None, verification.Rejection);
        Assert.Equal(PassChecks.None, verification.Checked);
        Assert.Null(verification.Statement);
    }

    [Fact]
    public void Every_status_but_not_held_can_be_a_pass()
    {
        foreach (var status in HealthStatuses.All)
        {
            var statement = MadeUpRegion.Beijing.Statement with { Status = status, Authority = "110000/CDC" };
            if (status == HealthStatus.NotHeld) Assert.Throws<ArgumentException>(() => PassSigner.Sign(statement, Forged.Region.DayKey));
            else Assert.Equal(statement, Checkpoint.Open.Verify(PassSigner.Sign(statement, Forged.Region.DayKey).Card).Statement);
        }
    }

    private static IdentityDocument Document(string number, DocumentType type = DocumentType.ResidentId)
    {
        Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(type, number, out var document));
        return document!;
    }
}
