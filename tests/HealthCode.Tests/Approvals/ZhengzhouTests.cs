using System.Net;
using HealthBao.Contracts.Status;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Approvals;

/// <summary>In June 2022 officials in Zhengzhou turned 1,317 people red to keep them from their banks.</summary>
public sealed class ZhengzhouTests : IAsyncLifetime
{
    private static readonly MadeUp[] Depositors = [.. Enumerable.Range(0, 1317).Select(MadeUp.Nth)];
    private RunningHealthCode system = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync(Depositors);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("bank-depositor")]
    [InlineData("corrected")]
    [InlineData("data-conflict")]
    public async Task Without_a_reason_of_health_1317_people_are_turned_red_for_nobody(string reason)
    {
        using var response = await system.DeliverAsync(Central(system.Today, Depositors.Select(p => Observed(p, reason: reason))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        await AllAreGreenAsync();
    }

    [Fact]
    public async Task With_a_made_up_reason_of_health_they_wait_for_a_second_office_and_nobody_is_red()
    {
        var report = await system.AcceptAsync(Central(system.Today, Depositors.Select(p => Observed(p))));
        Assert.Equal(1317, Assert.Single(report.GetProperty("held").EnumerateArray()).GetProperty("people").GetInt64());
        await AllAreGreenAsync();
    }

    [Fact]
    public async Task Nor_by_calls_in_small_numbers()
    {
        foreach (var person in Depositors.Take(70))
            await system.DoAsync(HttpMethod.Post, "/v1/feeds/central-observation/rows", RunningHealthCode.Cdc, new
            {
                name = person.Name,
                documentType = "resident-id",
                documentNumber = person.Number,
                state = "observed",
                reason = "cdc-list",
                at = "2020-03-01T09:00:00+08:00",
                authority = "110000/CDC",
            });
        foreach (var person in Depositors.Skip(50)) Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(person)).Status);
    }

    private async Task AllAreGreenAsync()
    {
        foreach (var person in Depositors) Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(person)).Status);
    }
}
