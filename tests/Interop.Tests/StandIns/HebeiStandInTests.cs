using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Files;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns.Xingtai;

namespace HealthBao.Interop.Tests.StandIns;

/// <summary>The adapter and the stand-ins of Hebei, Xingtai and Baoding, each written from the protocol alone, over real HTTP.</summary>
public sealed class HebeiStandInTests
{
    private static readonly IReadOnlyList<Citizen> Everybody = [.. HebeiCast.All, .. XingtaiCast.All, .. BaodingCast.All];

    public static TheoryData<string> Numbers { get; } = new(Everybody.Select(c => c.DocumentNumber));

    public static TheoryData<string> Codes { get; } = new(Everybody.Where(c => c.NativeCode is not null).Select(c => c.NativeCode!));

    [Theory, MemberData(nameof(Numbers))]
    public async Task Everybody_is_known_by_document(string number)
    {
        await using var hebei = await HebeiInOneRoom.StartAsync();
        var citizen = Everybody.Single(c => c.DocumentNumber == number);

        AssertStates(citizen, await hebei.AskAsync(citizen));
    }

    [Theory, MemberData(nameof(Codes))]
    public async Task Everybody_of_the_province_is_known_by_code(string code)
    {
        await using var hebei = await HebeiInOneRoom.StartAsync();

        AssertStates(Everybody.Single(c => c.NativeCode == code), await hebei.Adapter.AskByCodeAsync(code, CancellationToken.None));
    }

    [Theory, MemberData(nameof(Numbers))]
    public async Task A_wrong_name_is_told_like_an_unknown_person(string number)
    {
        await using var hebei = await HebeiInOneRoom.StartAsync();
        var citizen = Everybody.Single(c => c.DocumentNumber == number);

        Assert.IsType<EnquiryOutcome.NotHeld>(await hebei.AskAsync(citizen with { Name = citizen.Name + "二" }));
    }

    [Fact]
    public async Task Nobody_knows_a_stranger()
    {
        await using var hebei = await HebeiInOneRoom.StartAsync();
        var stranger = HebeiCast.All[0] with { Name = "无名氏", DocumentNumber = "130502190003070012" };

        Assert.IsType<EnquiryOutcome.NotHeld>(await hebei.AskAsync(stranger));
        Assert.IsType<EnquiryOutcome.CodeUnknown>(await hebei.Adapter.AskByCodeAsync("HBJKM:nobody", CancellationToken.None));
    }

    [Fact]
    public async Task Without_todays_file_neither_xingtais_people_nor_strangers_are_told_not_held()
    {
        await using var hebei = await HebeiInOneRoom.StartAsync(deliver: false);
        var stranger = HebeiCast.All[0] with { Name = "无名氏", DocumentNumber = "130502190003070012" };

        Assert.Equal(new EnquiryOutcome.SourceLate("xingtai"), await hebei.AskAsync(XingtaiCast.All[0]));
        Assert.Equal(new EnquiryOutcome.SourceLate("xingtai"), await hebei.AskAsync(stranger));
        AssertStates(BaodingCast.All[0], await hebei.AskAsync(BaodingCast.All[0]));
    }

    [Fact]
    public async Task A_change_at_the_source_is_seen_by_the_next_question()
    {
        await using var hebei = await HebeiInOneRoom.StartAsync();
        var (green, city) = (HebeiCast.All[0], BaodingCast.All[0]);
        hebei.Province.SetNative(green.DocumentNumber, "10");
        hebei.Baoding.SetNative(city.DocumentNumber, "红码");

        Assert.Equal(HealthStatus.CentralObservation, Assert.IsType<EnquiryOutcome.Stated>(await hebei.AskAsync(green)).Statement.Status);
        Assert.Equal(HealthStatus.CentralObservation, Assert.IsType<EnquiryOutcome.Stated>(await hebei.AskAsync(city)).Statement.Status);
    }

    [Fact]
    public void The_cast_has_every_native_code_and_no_number_twice()
    {
        var map = HebeiInOneRoom.Map;
        var shown = Everybody.Select(c => (FhirSystems.Native(c.Source), c.Native)).ToHashSet();

        Assert.Empty(map.Translations.Keys.Except(shown));
        Assert.All(Everybody, c => Assert.Equal(map.Translate(FhirSystems.Native(c.Source), c.Native)?.Status, c.Expected));
        Assert.Distinct(Everybody.Select(c => c.DocumentNumber));
        Assert.Equal(DocumentTypes.All.Order(), HebeiCast.All.Select(c => c.DocumentType).Distinct().Order());
    }

    private static void AssertStates(Citizen citizen, EnquiryOutcome outcome)
    {
        if (citizen.Expected == HealthStatus.NotHeld)
        {
            Assert.IsType<EnquiryOutcome.NotHeld>(outcome);
            return;
        }

        var statement = Assert.IsType<EnquiryOutcome.Stated>(outcome).Statement;
        Assert.Equal(
            (FhirSystems.Native(citizen.Source), citizen.Native, citizen.Expected, citizen.Masked, citizen.Subject),
            (statement.System, statement.Code, statement.Status, statement.Person, statement.Subject));
    }
}
