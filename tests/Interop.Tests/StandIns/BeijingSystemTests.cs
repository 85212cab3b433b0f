using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Regions.Beijing;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.StandIns;

/// <summary>Beijing's adapter asks Beijing's own system.</summary>
public sealed class BeijingSystemTests : IAsyncLifetime
{
    private BeijingHost host = null!;
    private IRegionAdapter adapter = null!;

    public async Task InitializeAsync()
    {
        host = await BeijingHost.StartAsync();
        adapter = new BeijingAdapter(Context());
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Everybody_of_the_cast_is_known_by_code_and_by_document()
    {
        var subjects = await host.SubjectsAsync();
        foreach (var citizen in BeijingCast.All.Select(c => c with { Subject = subjects[c.DocumentNumber] }))
        {
            (await adapter.AskByCodeAsync(citizen.NativeCode!, CancellationToken.None)).IsAbout(citizen);
            (await adapter.AskAsync(citizen)).IsAbout(citizen);
        }
    }

    [Fact]
    public async Task A_code_that_nobody_has_is_unknown() =>
        Assert.IsType<EnquiryOutcome.CodeUnknown>(await adapter.AskByCodeAsync("BJJKB:AAAAAAAAAAAAAAAAAAAAAAAA", CancellationToken.None));

    [Fact]
    public async Task A_request_for_correction_is_passed_on_and_waits_there()
    {
        Assert.Equal("open", await adapter.PassOnAsync("AAAAAAAAAAAAAAAAAAAAAA", "not-held", CancellationToken.None));
        using var http = new HttpClient();
        Assert.Contains("\"tickets\":{\"open\":1", await http.GetStringAsync(new Uri(host.Address, "/readyz")));
    }

    [Fact]
    public async Task An_unknown_person_is_not_held() =>
        Assert.IsType<EnquiryOutcome.NotHeld>(await adapter.AskAsync(BeijingCast.All[0] with { DocumentNumber = "11010519491231002X" }));

    [Fact]
    public async Task A_wrong_name_is_told_like_an_unknown_person() =>
        Assert.IsType<EnquiryOutcome.NotHeld>(await adapter.AskAsync(BeijingCast.All[0] with { Name = "张三" }));

    [Fact]
    public async Task A_change_at_the_source_is_seen_at_the_next_question_whatever_it_was_before()
    {
        var subjects = await host.SubjectsAsync();
        var before = BeijingCast.All[0] with { Subject = subjects[BeijingCast.All[0].DocumentNumber] };
        foreach (var other in BeijingCast.All.Append(before))
        {
            await host.SetNativeAsync(before.DocumentNumber, other.Native);
            (await adapter.AskAsync(before)).IsAbout(before with { Native = other.Native, Expected = other.Expected });
        }
    }

    [Fact]
    public async Task A_question_signed_with_another_secret_is_refused()
    {
        var stranger = new BeijingAdapter(Context("another-secret-than-theirs"));

        Assert.Equal(new EnquiryOutcome.SourceFailed(SourceFault.Faulted), await stranger.AskAsync(BeijingCast.All[0]));
    }

    private RegionContext Context(string secret = StandInKeys.Secret) =>
        StandInHost.Context("Beijing", host.Address, host.Http, ("AppId", StandInKeys.AppId), ("Secret", secret));
}
