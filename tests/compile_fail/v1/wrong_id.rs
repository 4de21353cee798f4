use comm100::Client;
use comm100::v1::{AgentId, ChatId, ChatsApi, DepartmentId, DepartmentsApi, VisitorsApi};

fn agent_for_department(client: &Client, agent: AgentId) {
    let _ = client.get_department(agent);
}

fn departments_for_members(client: &Client, departments: &[DepartmentId]) {
    let _ = client.create_department("Sales").members(departments);
}

fn department_for_agent(client: &Client, department: DepartmentId) {
    let _ = client.list_chats().operator(department);
}

fn chat_for_visitor(client: &Client, chat: &ChatId) {
    let _ = client.get_visitor(chat);
}

fn main() {}
